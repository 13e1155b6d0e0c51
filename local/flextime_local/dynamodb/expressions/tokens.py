"""Split an expression into tokens, and step through them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from moto.dynamodb.parsing.reserved_keywords import ReservedKeywords

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.names import Names

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<name>#[A-Za-z0-9_]+)"
    r"|(?P<value>:[A-Za-z0-9_]+)|(?P<number>\d+)"
    r"|(?P<symbol><>|<=|>=|[()=<>,.\[\]+-]))"
)
END: Final = ("end", "")

type Token = tuple[str, str]


@cache
def _reserved_words() -> frozenset[str]:
    return frozenset(ReservedKeywords.get_reserved_keywords())


def tokens_of(text: str, what: str) -> list[Token]:
    """Return kind and text of each token; `what` names the expression in errors."""
    tokens = []
    position, end = 0, len(text.rstrip())
    if not end:
        raise ValidationError(f"Invalid {what}: The expression can not be empty;")
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            raise ValidationError(
                f'Invalid {what}: Syntax error; token: "{text[position:].strip()[0]}"'
            )
        tokens.append((str(match.lastgroup), match[str(match.lastgroup)]))
        position = match.end()
    return tokens


@dataclass(slots=True)
class Tokens:
    """The tokens of one expression, with a position."""

    what: str
    names: Names
    tokens: list[Token]
    position: int = 0

    @property
    def next(self) -> Token:
        """The token at the position; `END` after the last one."""
        if self.position < len(self.tokens):
            return self.tokens[self.position]
        return END

    def take(self) -> Token:
        """Return the next token and step over it."""
        token = self.next
        self.position += 1
        return token

    def take_if(self, *texts: str) -> str | None:
        """Step over the next token if it is one of these (words in upper case)."""
        kind, text = self.next
        found = text.upper() if kind == "word" else text
        if found not in texts:
            return None
        self.position += 1
        return found

    def expect(self, text: str) -> None:
        """Step over this token; raises `ValidationError` if another one is next."""
        if self.take_if(text) is None:
            raise self.error()

    def is_call(self) -> bool:
        """Return whether a word and an opening parenthesis are next."""
        following = self.tokens[self.position + 1 : self.position + 2]
        return self.next[0] == "word" and following == [("symbol", "(")]

    def attribute_name(self) -> str:
        """Step over a name and return it, resolved if it is a placeholder."""
        kind, text = self.take()
        if kind == "name":
            return self.names.resolve(text, self.what)
        if kind != "word":
            self.position -= 1
            raise self.error()
        if text.upper() in _reserved_words():
            raise ValidationError(
                f"Invalid {self.what}: Attribute name is a reserved keyword; "
                f"reserved keyword: {text}"
            )
        return text

    def error(self) -> ValidationError:
        """Return the error for the token at the position."""
        text = self.next[1] or "<EOF>"
        return ValidationError(f'Invalid {self.what}: Syntax error; token: "{text}"')

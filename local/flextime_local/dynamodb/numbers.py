"""Numbers: 38 decimal digits, written without needless zeros, sorted by value."""

from decimal import Context, Decimal, Inexact, InvalidOperation

from flextime_local.dynamodb.errors import ValidationError

_DIGITS = 38
_MIN_EXPONENT, _MAX_EXPONENT = -130, 125
_OFFSET = 0x200
_CONTEXT = Context(prec=_DIGITS, traps=[InvalidOperation])
_EXACT = Context(prec=_DIGITS, traps=[Inexact, InvalidOperation])


def number(text: str) -> Decimal:
    """Return the value of a number attribute; raises `ValidationError`."""
    try:
        value = Decimal(text)
        is_number = value.is_finite() and text == text.strip()
    except (InvalidOperation, TypeError, ValueError):
        is_number = False
    if not is_number:
        raise ValidationError(
            f"The parameter cannot be converted to a numeric value: {text}"
        )
    if value and not _MIN_EXPONENT <= value.adjusted() <= _MAX_EXPONENT:
        size = "overflow" if value.adjusted() > 0 else "underflow"
        raise ValidationError(
            f"Number {size}. Attempting to store a number with magnitude outside the "
            "supported range"
        )
    try:
        return _EXACT.plus(value)
    except Inexact as error:
        raise ValidationError(
            "Attempting to store more than 38 significant digits in a Number"
        ) from error


def number_text(value: Decimal) -> str:
    """Return a number as DynamoDB writes it: no exponent, no trailing zeros."""
    if not value:
        return "0"
    return format(value.normalize(_CONTEXT), "f")


def normalized(text: str) -> str:
    """Return another number's text in the normal form; raises `ValidationError`."""
    if len(text) < 16 and text.isascii() and text.isdecimal() and text[0] != "0":
        return text
    return number_text(number(text))


def add(left: str, right: str) -> str:
    """Return the sum of two numbers."""
    total = _CONTEXT.add(number(left), number(right))
    return normalized(str(total))


def subtract(left: str, right: str) -> str:
    """Return the difference of two numbers."""
    difference = _CONTEXT.subtract(number(left), number(right))
    return normalized(str(difference))


def sort_bytes(text: str) -> bytes:
    """Return bytes that compare as the numbers do."""
    value = number(text).normalize(_CONTEXT)
    if not value:
        return b"\x80"
    digits = "".join(map(str, value.as_tuple().digits)).encode()
    magnitude = (value.adjusted() + _OFFSET).to_bytes(2, "big") + digits
    if value > 0:
        return b"\xc0" + magnitude
    return b"\x40" + bytes(0xFF - byte for byte in magnitude) + b"\xff"

"""`flextime`, and `python -m flextime_cli`."""

from flextime_cli.application import app


def main() -> None:
    app(prog_name="flextime")


if __name__ == "__main__":
    main()

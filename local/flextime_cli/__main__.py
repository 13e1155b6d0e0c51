"""Entry point of `flextime` and of `python -m flextime_cli`."""

from flextime_cli.application import app


def main() -> None:
    """Run the command that the arguments name."""
    app(prog_name="flextime")


if __name__ == "__main__":
    main()

"""`python -m pipeline.cli` is `wireledger`."""

from pipeline.cli import main

if __name__ == "__main__":
    main(prog_name="wireledger")

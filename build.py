"""Builds the manuscript of this folder: `python build.py`. The same as `casewright build`."""

import sys

try:
    from casewright.cli import main
except ModuleNotFoundError as missing:
    sys.stderr.write(
        f"build.py: {missing.name} is not installed; run: python -m pip install -c constraints.txt -e .\n"
    )
    sys.exit(2)

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]]))

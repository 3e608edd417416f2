"""`python -m casewright` is the same as `casewright`."""

import sys

from casewright.cli import main

if __name__ == "__main__":
    sys.exit(main())

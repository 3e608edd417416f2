"""Makes `documents` importable, whichever of these tests runs first."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

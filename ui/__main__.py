"""`python -m ui` opens the desk."""

import sys

from ui.app import main

sys.exit(main())

"""Start Sooko Desk. Everything is in `sooko_desk.app`."""

import sys

from sooko_desk.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

import sys

from delegate_desk.cli.main import main

sys.exit(main())

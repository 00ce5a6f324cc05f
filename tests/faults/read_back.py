"""x"""

NAME = "read_back"
SHARE = 10

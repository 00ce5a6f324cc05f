"""x"""

NAME = "uploads"
SHARE = 10

"""x"""

NAME = "templates"
SHARE = 10

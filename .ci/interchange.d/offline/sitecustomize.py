"""On the path of the checks: no Python program may reach for the network, say for a profile or a context."""

import sys


def refuse(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        raise OSError(f"offline: a look-up of {arguments[0]}")
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise OSError(f"offline: a connection to {arguments[1][0]}")


sys.addaudithook(refuse)

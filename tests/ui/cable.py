"""The cable between a counter and its server, to be pulled out, pinched and plugged in again."""

import socket
import threading
from contextlib import suppress
from enum import Enum
from urllib.parse import urlsplit


class Cable:
    """Carries bytes of any number of connections from a port of its own to a server."""

    class Way(Enum):
        """What becomes of the bytes."""

        WHOLE = "whole"
        PINCHED = "pinched"
        """Nothing comes through, and nobody is told."""
        PULLED = "pulled"
        """Connections break, and new ones are refused."""

    def __init__(self, url: str) -> None:
        at = urlsplit(url)
        self._server = (at.hostname or "127.0.0.1", at.port or 5432)
        self._listener = socket.create_server(("127.0.0.1", 0))
        port = self._listener.getsockname()[1]
        self.url = url.replace(f"{at.hostname}:{at.port}", f"127.0.0.1:{port}")
        self._free = threading.Event()
        self._free.set()
        self._pulled = False
        self.deaf_after = b""
        """Words of a client after which it hears nothing any more: the server did what it said."""
        self._deaf: socket.socket | None = None
        self._ends: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()

    def put(self, way: Way) -> None:
        """Bring the cable into this state."""
        self._pulled = way is Cable.Way.PULLED
        if way is Cable.Way.PINCHED:
            self._free.clear()
        else:
            self._free.set()
        if self._pulled:
            self._break(*self._ends)

    def close(self) -> None:
        """Take the cable away for good."""
        self.put(Cable.Way.PULLED)
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self._pulled:
                    near.close()
                    continue
                far = socket.create_connection(self._server)
                self._ends |= {near, far}
                for pair in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=pair, daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                self._free.wait()
                if self._deaf is sink:
                    self._deaf = None
                    self.put(Cable.Way.PULLED)
                    break
                if self.deaf_after and self.deaf_after in data:
                    self.deaf_after, self._deaf = b"", source
                sink.sendall(data)
        self._break(source, sink)

    def _break(self, *ends: socket.socket) -> None:
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
            self._ends.discard(end)

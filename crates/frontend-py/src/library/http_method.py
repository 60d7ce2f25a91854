import enum as _enum

_HTTP_METHODS = {
    "CONNECT": "Establish a connection to the server.",
    "DELETE": "Remove the target.",
    "GET": "Retrieve the target.",
    "HEAD": "Same as GET, but only retrieve the status line and header section.",
    "OPTIONS": "Describe the communication options for the target.",
    "PATCH": "Apply partial modifications to a target.",
    "POST": "Perform target-specific processing with the request payload.",
    "PUT": "Replace the target with the request payload.",
    "TRACE": "Perform a message loop-back test along the path to the target.",
}


class HTTPMethod(_enum.StrEnum):
    CONNECT = "CONNECT"
    DELETE = "DELETE"
    GET = "GET"
    HEAD = "HEAD"
    OPTIONS = "OPTIONS"
    PATCH = "PATCH"
    POST = "POST"
    PUT = "PUT"
    TRACE = "TRACE"

    @property
    def description(self):
        return _HTTP_METHODS[self.value]

    def __repr__(self):
        return f"<HTTPMethod.{self.name}>"

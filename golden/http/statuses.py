# HTTPStatus has the codes of responses with their phrases, HTTPMethod those of requests.
from http import HTTPMethod, HTTPStatus


class HttpError(Exception):
    def __init__(self, status: HTTPStatus, detail: str | None = None) -> None:
        super().__init__(f"{status.value} {detail or status.phrase}")
        self.status = status


def respond(status: HTTPStatus) -> str:
    return f"HTTP/1.1 {status.value} {status.phrase}"


print(respond(HTTPStatus.OK), respond(HTTPStatus(404)), HTTPStatus.IM_A_TEAPOT.description)
print(HTTPStatus.OK, repr(HTTPStatus.CREATED), f"{HTTPStatus.OK:d}", HTTPStatus.OK == 200, HTTPStatus["GONE"].name, len(HTTPStatus))
print(HTTPMethod.GET, repr(HTTPMethod.POST), HTTPMethod("PUT").description, HTTPMethod.GET == "GET")
for code in (418, 999):
    try:
        raise HttpError(HTTPStatus(code))
    except HttpError as error:
        print(error, error.status is HTTPStatus.IM_A_TEAPOT)
    except ValueError as error:
        print(error)

"""The least that an API of this kind can be: FastAPI behind Mangum, one echo."""

from typing import Annotated

from fastapi import Body, FastAPI
from mangum import Mangum

app = FastAPI()


@app.get("/echo")
async def echo() -> dict[str, str]:
    return {"status": "ok"}


@app.post("/echo")
async def echo_body(body: Annotated[dict[str, object], Body()]) -> dict[str, object]:
    return body


handler = Mangum(app, lifespan="off")

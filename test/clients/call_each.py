"""Calls each operation by a generated client, and prints the statuses that it read.

Takes the package of the client as its argument and {baseUrl, operations: [{operationId, path, query, body}]}
by stdin. Ends with a stack where the client can't send, or can't read the answer.
"""

import importlib
import inspect
import json
import pkgutil
import re
import sys
import typing


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def modules(package):
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def by_openapi_python_client(package, base_url):
    client = importlib.import_module(f"{package}.client").Client(base_url=base_url)
    calls = {m.__name__.split(".")[-1]: m.sync_detailed
             for m in modules(importlib.import_module(f"{package}.api")) if hasattr(m, "sync_detailed")}

    def call(operation, **given):
        function = calls[operation]
        if "body" in given:
            body_type = typing.get_type_hints(function)["body"]
            given["body"] = body_type.from_dict(given["body"])
        answer = function(client=client, **given)
        assert answer.parsed is not None, f"{operation}: {answer.content}"
        return int(answer.status_code)

    return call


def by_openapi_generator(package, base_url):
    root = importlib.import_module(package)
    client = root.ApiClient(root.Configuration(host=base_url))
    apis = [cls(client) for m in modules(importlib.import_module(f"{package}.api"))
            for _, cls in inspect.getmembers(m, inspect.isclass) if cls.__module__ == m.__name__]

    def call(operation, **given):
        function = next(getattr(api, f"{operation}_with_http_info") for api in apis
                        if hasattr(api, operation))
        if "body" in given:
            name, parameter = next(iter(inspect.signature(function).parameters.items()))
            given = {name: parameter.annotation.from_dict(given["body"])}
        answer = function(**given)
        assert answer.data is not None, operation
        return answer.status_code

    return call


package = sys.argv[1]
request = json.load(sys.stdin)
make = {"python_client": by_openapi_python_client, "generator_client": by_openapi_generator}[package]
call = make(package, request["baseUrl"])
for operation in request["operations"]:
    given = {snake(name): value for name, value in {**operation["path"], **operation["query"]}.items()}
    if operation["body"] is not None:
        given["body"] = operation["body"]
    print(operation["operationId"], call(snake(operation["operationId"]), **given))

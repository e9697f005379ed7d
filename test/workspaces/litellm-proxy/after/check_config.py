"""Loads config.yaml as the proxy does; CI runs it before a deployment."""

import yaml
from litellm import Router

with open("config.yaml") as file:
    config = yaml.safe_load(file)

router = Router(model_list=config["model_list"])
print(", ".join(sorted(router.get_model_names())))

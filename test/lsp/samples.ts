/** Small programs that talk to Helicone, and what they look like afterwards. */

export const python = `import os
from openai import OpenAI

client = OpenAI(
    base_url="https://oai.helicone.ai/v1",
    api_key=os.environ["OPENAI_API_KEY"],
    default_headers={
        "Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}",
    },
)
`;

export const pythonMoved = `import os
from openai import OpenAI

client = OpenAI(
    base_url="https://api.concentrate.ai/v1",
    api_key=os.environ["CONCENTRATE_API_KEY"],
)
`;

/** A cached client: the cache header changes what happens, so its removal is only suggested. */
export const cached = python.replace("    },\n)", `        "Helicone-Cache-Enabled": "true",\n    },\n)`);

/** A second client beside the first. */
export const twice = `${python}\nother${python.slice(python.indexOf(" = OpenAI("))}`;

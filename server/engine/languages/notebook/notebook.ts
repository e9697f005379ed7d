import type { Language } from "../language";
import { plainWriter } from "../plain-writer";
import { cellsIn, readNotebook } from "./cells";

export const notebook: Language = {
	id: "notebook",
	name: "Jupyter notebooks",
	editorIds: ["jupyter"],
	extensions: [".ipynb"],
	fileNames: [],
	reading: { kind: "reader", read: readNotebook },
	writer: plainWriter,
	regions: cellsIn,
};

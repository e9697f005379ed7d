/** Modules that a file of TypeScript or JavaScript offers names of: by re-export, or imported and exported again. */
import { ts } from "ts-morph";

/** @returns false for a file that offers only what it declares, as most do */
export function handsOn(text: string): boolean {
	return /\bexport\s*(?:type\s*)?[*{]|\bexport\s+default\s+\w+\s*(?:;|$)|\bexport\s+import\b|\bexport\s*=|\bexports\b/m.test(
		text,
	);
}

/** @returns their specifiers */
export function modulesHandedOn(source: ts.SourceFile): readonly string[] {
	const exported = exportedWords(source);
	return source.statements.flatMap((statement): string[] => {
		if (ts.isExportDeclaration(statement)) return specifier(statement.moduleSpecifier);
		if (ts.isImportEqualsDeclaration(statement))
			return ts.isExternalModuleReference(statement.moduleReference)
				? specifier(statement.moduleReference.expression)
				: [];
		if (ts.isImportDeclaration(statement))
			return importedNames(statement).some((name) => exported.has(name)) ? specifier(statement.moduleSpecifier) : [];
		if (ts.isVariableStatement(statement))
			return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
				namesIn(name).some((one) => exported.has(one)) ? requiredBy(initializer) : [],
			);
		return ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression)
			? requiredBy(statement.expression.right)
			: [];
	});
}

/** Every name that a statement says which exports: `export { a }`, `export default a`, `module.exports = { a }`. */
function exportedWords(source: ts.SourceFile): ReadonlySet<string> {
	const words = new Set<string>();
	const add = (node: ts.Node): void => {
		if (ts.isIdentifier(node)) words.add(node.text);
		ts.forEachChild(node, add);
	};
	for (const statement of source.statements) {
		const isOwn = ts.isExportDeclaration(statement) && !statement.moduleSpecifier;
		if (isOwn || ts.isExportAssignment(statement)) add(statement);
		if (
			ts.isExpressionStatement(statement) &&
			ts.isBinaryExpression(statement.expression) &&
			/^(module\.)?exports\b/.test(statement.expression.left.getText(source))
		)
			add(statement.expression.right);
	}
	return words;
}

function importedNames({ importClause }: ts.ImportDeclaration): string[] {
	const bindings = importClause?.namedBindings;
	const several =
		bindings && ts.isNamedImports(bindings)
			? bindings.elements.map(({ name }) => name.text)
			: bindings
				? [bindings.name.text]
				: [];
	return [...(importClause?.name ? [importClause.name.text] : []), ...several];
}

function namesIn(name: ts.BindingName): string[] {
	if (ts.isIdentifier(name)) return [name.text];
	return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

/** `require("./a")`, `{ ...require("./a") }`, `require("./a").b`. */
function requiredBy(expression: ts.Expression | undefined): string[] {
	if (!expression) return [];
	if (ts.isPropertyAccessExpression(expression)) return requiredBy(expression.expression);
	if (ts.isObjectLiteralExpression(expression))
		return expression.properties.flatMap((property) =>
			ts.isSpreadAssignment(property)
				? requiredBy(property.expression)
				: ts.isPropertyAssignment(property)
					? requiredBy(property.initializer)
					: [],
		);
	const isRequire =
		ts.isCallExpression(expression) &&
		ts.isIdentifier(expression.expression) &&
		expression.expression.text === "require";
	return isRequire ? specifier(expression.arguments[0]) : [];
}

function specifier(expression: ts.Expression | undefined): string[] {
	return expression && ts.isStringLiteralLike(expression) ? [expression.text] : [];
}

import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'

/** A source file as a machine reads it: its script as a syntax tree, and a component's template as text. */
export interface Code {
  readonly script: ts.SourceFile
  /** Without its comments; empty where the file is no component. */
  readonly template: string
}

/** @param path its ending says whether the text is a component */
export const codeOf = (path: string, text: string): Code => {
  const descriptor = path.endsWith('.vue') ? parse(text).descriptor : undefined
  const script = descriptor
    ? [descriptor.script, descriptor.scriptSetup].map((block) => block?.content ?? '').join('\n')
    : text
  return {
    script: ts.createSourceFile('script.ts', script, ts.ScriptTarget.Latest, true),
    template: (descriptor?.template?.content ?? '').replace(/<!--[^]*?-->/g, ''),
  }
}

/** Every node of a syntax tree that the test accepts. */
const nodesOf = <Node extends ts.Node>(root: ts.Node, isWanted: (node: ts.Node) => node is Node): Node[] => {
  const found: Node[] = isWanted(root) ? [root] : []
  root.forEachChild((child) => void found.push(...nodesOf(child, isWanted)))
  return found
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) ||
  ts.isRegularExpressionLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node)

/** The literals of the script (texts, pieces of templates, patterns), and what the component's template says. */
export const textsIn = ({ script, template }: Code): readonly string[] => [
  ...nodesOf(script, isText).map((node) => node.getText()),
  ...template.split('\n').map((line) => line.trim()),
]

/** Names that the script uses, and everything in the template that could be one: attributes, slots, classes, expressions. */
export const identifiersIn = ({ script, template }: Code): ReadonlySet<string> =>
  new Set([...nodesOf(script, ts.isIdentifier).map(({ text }) => text), ...(template.match(/[A-Za-z][\w-]*/g) ?? [])])

/** Types, interfaces, classes and enumerations that the file exports. */
export const typesExportedBy = ({ script }: Code): readonly string[] =>
  script.statements.flatMap((statement) => {
    const isType =
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement)
    const isExported = isType && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    return isExported && statement.name ? [statement.name.text] : []
  })

const isCallOf = (node: ts.Node, name: string): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name

/** What a file does with tables of words but hand them to `useWords`, or with what that gives but keep it whole. */
export const misuseOfWords = ({ script, template }: Code): readonly string[] => {
  const imports = nodesOf(script, ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => /\/i18n\/zh-hans/.test(moduleSpecifier.getText()))
    .flatMap(({ importClause }) => (importClause && importClause.phaseModifier === undefined ? [importClause] : []))
  const tables = imports.flatMap(({ namedBindings }) =>
    namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [],
  )
  const misused = tables.flatMap(({ name, propertyName }) => {
    const uses = nodesOf(script, ts.isIdentifier).filter(
      ({ text, parent }) => text === name.text && parent !== name.parent,
    )
    const isHanded = ({ parent }: ts.Identifier): boolean => isCallOf(parent, 'useWords')
    const isSound = propertyName === undefined && uses.length > 0 && uses.every(isHanded)
    return isSound && !new RegExp(`\\b${name.text}\\b`).test(template)
      ? []
      : [`${name.text} is more than handed to useWords`]
  })
  const destructured = nodesOf(script, ts.isVariableDeclaration)
    .filter(({ name, initializer }) => initializer && isCallOf(initializer, 'useWords') && !ts.isIdentifier(name))
    .map(({ name }) => `${name.getText()} would not follow the script`)
  const isByAnotherWay = /import\([^)]*i18n\/zh-hans|(\* as \w+|export [^;'"]*) from '[^']*i18n\/zh-hans/.test(
    script.text,
  )
  return [...misused, ...destructured, ...(isByAnotherWay ? ['a table comes by another way'] : [])]
}

import type * as v from 'valibot'
import type { ErrorCode } from 'yaml'
import type { Reason } from '../../findings/chinese/reasons'

/** What is wrong with YAML, in words for an editor; a code of the parser without words does not compile. */
export const yamlWords: { readonly [Code in ErrorCode]: Reason } = {
  ALIAS_PROPS: 'a text that begins with * needs quotes around it',
  BAD_ALIAS: 'a text that begins with * needs quotes around it',
  BAD_COLLECTION_TYPE: 'a text that begins with ! needs quotes around it',
  BAD_DIRECTIVE: 'a line that begins with % needs quotes around it',
  BAD_DQ_ESCAPE: 'inside double quotes, a backslash has a meaning of its own: use single quotes',
  BAD_INDENT: 'the line does not begin under the lines it belongs to',
  BAD_PROP_ORDER: 'a text that begins with & or ! needs quotes around it',
  BAD_SCALAR_START: 'a text can’t begin with this character unless it has quotes around it',
  BLOCK_AS_IMPLICIT_KEY: 'a text that contains “: ” needs quotes around it',
  BLOCK_IN_FLOW: 'a list with “- ” can’t stand inside brackets',
  DUPLICATE_KEY: 'this key stands here twice',
  IMPOSSIBLE: 'this can’t be read',
  KEY_OVER_1024_CHARS: 'this key has more than 1024 characters',
  MISSING_CHAR: 'a quotation mark, a bracket, a comma or a colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a quotation mark or a colon is missing, so that a key runs over several lines',
  MULTIPLE_ANCHORS: 'a text that begins with & needs quotes around it',
  MULTIPLE_DOCS: 'a line of three dashes stands in the middle',
  MULTIPLE_TAGS: 'a text that begins with ! needs quotes around it',
  NON_STRING_KEY: 'a key has to be a text',
  RESOURCE_EXHAUSTION: 'lists and maps are nested too deeply',
  TAB_AS_INDENT: 'the line is indented with a tab: use spaces',
  TAG_RESOLVE_FAILED: 'a text that begins with ! needs quotes around it',
  UNEXPECTED_TOKEN: 'something stands here that does not belong to the line',
}

/** Of a value, where nothing more can be said. */
export const formless = 'it does not have the form that is described'

/** Why a value can't be used, where its schema does not say so itself. */
export const valueWords = (issue: v.BaseIssue<unknown>): Reason => {
  const bound = String(issue.requirement)
  switch (issue.type) {
    case 'string':
      return 'it has to be a text, not a list or a map'
    case 'array':
      return 'it has to be a list'
    case 'record':
    case 'strict_object':
      return 'it has to be a map, with a key and a value on each line'
    case 'min_length':
      return issue.input === '' ? 'nothing stands after the colon: write the value, or remove the line' : 'it is empty'
    case 'max_length':
      return `it is longer than ${bound}`
    case 'min_value':
      return `it has to be ${bound} or more`
    case 'max_value':
      return `it has to be ${bound} or less`
    case 'regex':
      return 'it has to be one line of text, without control characters'
    default:
      return formless
  }
}

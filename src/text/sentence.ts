/** Punctuation that ends a sentence, with the closing marks that may follow. */
const ended = /[。！？!?…；;：:]["”’」』）)】》〉]*\s*$/u

/** Whether the text breaks off inside a sentence: “…联合开”. False for empty text. */
export const endsInsideSentence = (text: string): boolean => text.trim() !== '' && !ended.test(text)

/** Splits the text after every sentence; the sentences joined give the text. */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^。！？!?]*[。！？!?]+["”’」』）)】》〉]*|[^。！？!?]+$/gu) ?? []

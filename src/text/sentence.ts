/** Marks that end a sentence, with the closing marks that may follow them. */
const ended = /[。！？!?…；;：:]["”’」』）)】》〉]*\s*$/u

/** Whether the text breaks off inside a sentence: “…联合开”. Empty text does not. */
export const endsInsideSentence = (text: string): boolean => text.trim() !== '' && !ended.test(text)

/** The text cut after every sentence; the pieces joined are the text again. */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^。！？!?]*[。！？!?]+["”’」』）)】》〉]*|[^。！？!?]+$/gu) ?? []

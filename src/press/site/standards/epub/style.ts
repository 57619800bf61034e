/** Styles of the book: only what sets a newspaper's parts apart. Type and size are the e-reader's and the person's. */
export const bookStyle = (isVertical: boolean): string =>
  [
    isVertical && 'html{-epub-writing-mode:vertical-rl;-webkit-writing-mode:vertical-rl;writing-mode:vertical-rl}',
    'body{line-height:1.7;line-break:strict;overflow-wrap:break-word}',
    'p{margin:0;text-indent:2em}',
    'h1{font-size:1.2em;margin-block:0 1em;border-block-end:1px solid}',
    'h2{font-size:1.5em;line-height:1.3;margin-block:0}',
    'h3{font-size:1em;margin-block:1em 0}',
    'article{margin-block:0 3em}',
    'header{margin-block:0 1em;break-inside:avoid}',
    'header p,.seam,.note,.verse{text-indent:0}',
    '.rubric,.kicker,.deck,.byline,.note,figcaption{font-size:.9em}',
    '.rubric{font-weight:bold}',
    '.seam{font-size:.85em;opacity:.75}',
    '.note{border-inline-start:3px solid;padding-inline-start:.6em;margin-block:1em}',
    '.line{display:block}',
    '.pull-quote{font-size:1.2em;margin:1em 2em}',
    'figure{margin:1em 0;break-inside:avoid}',
    'img{max-width:100%;max-height:100%}',
    'table{border-collapse:collapse}',
    'th,td{border:1px solid;padding:.2em .5em;text-align:start}',
    '.cover{text-align:center;text-indent:0}',
  ]
    .filter(Boolean)
    .join('\n') + '\n'

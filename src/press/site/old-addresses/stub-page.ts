import { escapeHtml } from '../html-document'
import type { NewPlace } from './site-places'

/** By this a stub is known as ours, and may be replaced or deleted. */
export const stubMark = '<meta name="generator" content="banmian old address">'

/**
 * The page at an old address on a server that can't redirect: leads on at once, and has a plain link where a browser does not. It
 * may load and run nothing.
 */
export const stubPage = ({ address, title }: NewPlace, origin: string, base: string, lang: string): string => {
  const to = escapeHtml(`${base}${address}`)
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
${stubMark}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<link rel="canonical" href="${escapeHtml(origin)}${to}">
<title>${escapeHtml(title)}</title>
</head>
<body><p>已移到新地址：<a href="${to}">${escapeHtml(title)}</a></p></body>
</html>
`
}

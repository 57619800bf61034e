import type { HostAnswer } from './browser'

const ended =
  (status: number, type: string, body: string | undefined): HostAnswer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    return true
  }
const onlyData =
  (answer: HostAnswer): HostAnswer =>
  (request, response) =>
    (request.url ?? '').includes('/data/') && answer(request, response)

const page = '<!doctype html><title>欢迎</title><p>请先登录</p>'

export type NamedHost = readonly [name: string, answer: HostAnswer]

/** Hosts that answer with something else than what was asked for, or with nothing: those that are met most. */
export const commonFailures: readonly NamedHost[] = [
  ['answers every question for data with its start page', onlyData(ended(200, 'text/html; charset=utf-8', page))],
  ['fails', ended(503, 'text/plain', 'no')],
  ['breaks off its answers', onlyData(ended(200, 'application/json', '{"format":"1.0","paper":{"id":"spe'))],
]
export const rareFailures: readonly NamedHost[] = [
  ['is behind a portal that answers everything with a page', ended(200, 'text/html', page)],
  [
    'is behind a portal that leads everything elsewhere',
    (_, response) => {
      response.writeHead(302, { location: 'http://portal.invalid/login' }).end()
      return true
    },
  ],
  ['answers with nothing', onlyData(ended(204, 'application/json', undefined))],
  ['answers with an empty object', onlyData(ended(200, 'application/json', '{}'))],
  ['has lost its data', onlyData(ended(404, 'text/plain', 'no'))],
]

/** Takes every question for data and never answers. */
export const hangingHost: HostAnswer = onlyData(() => true)

/** Words about waiting, which the page itself must have while the app, and with it the other script, is still on its way. */
export const lateWords = { late: '报社的服务器还没有回应，还在等。', retry: '再试一次' }
export const lateWordsInTraditional: typeof lateWords = { late: '報社的服務器還沒有回應，還在等。', retry: '再試一次' }

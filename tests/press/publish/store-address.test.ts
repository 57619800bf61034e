import { describe, expect, it } from 'vitest'
import { parseEndpoint, parseStoreName, regionIn, storeKeysIn } from '@/press/publish/store-address'

describe('the name of a place in a store', () => {
  it.each([
    ['s3://paper', { bucket: 'paper', prefix: '' }],
    ['s3://paper/', { bucket: 'paper', prefix: '' }],
    ['s3://paper/daily', { bucket: 'paper', prefix: 'daily/' }],
    ['s3://my.paper-1250000000/a//b/', { bucket: 'my.paper-1250000000', prefix: 'a/b/' }],
  ])('%s is read', (name, place) => expect(parseStoreName(name)).toEqual(place))

  it.each(['paper', 'https://paper', 's3://', 's3://Paper', 's3://p', 's3:///x', 's3://paper/../other', 's3://-paper'])(
    '%s is refused',
    (name) => expect(parseStoreName(name)).toBeUndefined(),
  )
})

describe('the address of a store', () => {
  it.each([
    ['https://s3.oss-cn-hangzhou.aliyuncs.com', 'https://s3.oss-cn-hangzhou.aliyuncs.com'],
    ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000'],
  ])('%s is read', (text, endpoint) => expect(parseEndpoint(text)).toBe(endpoint))

  it.each(['oss-cn-hangzhou.aliyuncs.com', 'ftp://store', 'https://key@store', 'https://store/?x', ''])(
    '%s is refused',
    (text) => expect(parseEndpoint(text)).toBeUndefined(),
  )
})

describe('the environment', () => {
  it('has the keys, or none', () => {
    const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
    expect(storeKeysIn(keys)).toEqual({ accessKeyId: 'a', secretAccessKey: 'b' })
    expect(storeKeysIn({ ...keys, AWS_SESSION_TOKEN: 'c' })).toMatchObject({ sessionToken: 'c' })
    expect(storeKeysIn({ AWS_ACCESS_KEY_ID: 'a' })).toBeUndefined()
    expect(storeKeysIn({ ...keys, AWS_SECRET_ACCESS_KEY: '' })).toBeUndefined()
  })

  it('has the region, unless it is given', () => {
    expect(regionIn({ AWS_REGION: 'cn-north-1' })).toBe('cn-north-1')
    expect(regionIn({ AWS_REGION: 'cn-north-1' }, 'auto')).toBe('auto')
    expect(regionIn({})).toBe('us-east-1')
  })
})

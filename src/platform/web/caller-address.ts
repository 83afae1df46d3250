import { type Request } from 'express'
import { isIPv6 } from 'node:net'

/** By what somebody who is not known is counted: their address. Whoever has one line has all the IPv6 addresses that begin with the same 64 bits: they are one. */
export function callerAddress({ ip = 'unknown' }: Request): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip
  const [start = [], end = []] = ip.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = Array<string>(8 - start.length - end.length).fill('0')
  return [...start, ...zeros, ...end].slice(0, 4).join(':')
}

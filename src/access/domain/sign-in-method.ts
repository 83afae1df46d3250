/** How somebody proved who they are: by choosing an invented person of a demonstration, at their organisation's provider, or with a password and a code. */
export const signInMethods = ['PERSONA', 'OPENID', 'PASSWORD'] as const
export type SignInMethod = (typeof signInMethods)[number]

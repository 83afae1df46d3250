/** All of the library in one file, which it ships without saying its types. */
declare module 'echarts/dist/echarts.esm.min' {
  export * from 'echarts'
}

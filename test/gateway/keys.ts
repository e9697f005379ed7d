/** The one Helicone key that the emulator takes. */
export const heliconeKey = "sk-helicone-aaaaaaa-bbbbbbb-ccccccc-ddddddd";

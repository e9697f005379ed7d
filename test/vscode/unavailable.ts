/** Something that the tests need and this machine cannot get. A person's run skips what needs it, CI fails. */
export class Unavailable extends Error {
	override readonly name = "Unavailable";
}

/*
 * What the guest hands to QEMU when it ends. eng/xen/boot turns these into words; a guest's own failing codes should
 * keep away from them, and from 1, which is also what QEMU says when it cannot start.
 */
#define BARE_EXIT_PASS		42
#define BARE_EXIT_EXCEPTION	100	/* the processor took an exception that nobody expected */
#define BARE_EXIT_FAILED	101	/* compiled C# could not go on: an index out of range, a division by zero */
#define BARE_EXIT_BOOT		102	/* the image could not be made ready: its relocations, its static constructors */
#define BARE_EXIT_NO_VERDICT	103	/* of eng/xen/domain-builder: its domU ended without a code */
#define BARE_EXIT_NOT_BUILT	104	/* of eng/xen/domain-builder: there was no domU */

/* Added to the code of a domU on x86, it is the reason of its shutdown, of which Xen passes on 8 bits; Xen's own are below it. */
#define BARE_EXIT_REASON	128

/*
 * What the guest hands to QEMU when it ends. eng/xen/boot turns these into words; a guest's own failing codes should
 * keep away from them, and from 1, which is also what QEMU says when it cannot start.
 */
#define BARE_EXIT_PASS		42
#define BARE_EXIT_EXCEPTION	100	/* the processor took an exception that nobody expected */
#define BARE_EXIT_FAILED	101	/* compiled C# could not go on: an index out of range, a division by zero */
#define BARE_EXIT_BOOT		102	/* the image could not be made ready: its relocations, its static constructors */

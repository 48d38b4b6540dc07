/*
 * An identity map of the 4 GiB that 32 bits reach: Normal memory, inner and outer write-back, inner shareable, as on arm64
 * (../arm64/mmu.S says why). Long descriptors, which every processor with virtualisation has: four blocks of 1 GiB are all.
 */
#include "bare-metal.h"

#define MAIR_NORMAL_WB		0xff
#define BLOCK			0x1
#define INNER_SHAREABLE		(3 << 8)
#define ACCESSED		(1 << 10)

/* TTBCR: long descriptors; all through TTBR0, walks cached and shared as the memory is; nothing through TTBR1. */
#define TTBCR_LONG		(1 << 31)
#define TTBCR_WALKS		((1 << 8) | (1 << 10) | (3 << 12))
#define TTBCR_NO_TTBR1		(1 << 23)

#define SCTLR_MMU		(1 << 0)
#define SCTLR_ALIGNMENT_CHECK	(1 << 1)
#define SCTLR_DATA_CACHE	(1 << 2)
#define SCTLR_INSTRUCTION_CACHE	(1 << 12)

	.text
	function bare_enable_mmu
	ldr	r1, =MAIR_NORMAL_WB
	mcr	p15, 0, r1, c10, c2, 0		/* MAIR0 */
	ldr	r1, =(TTBCR_LONG | TTBCR_WALKS | TTBCR_NO_TTBR1)
	mcr	p15, 0, r1, c2, c0, 2		/* TTBCR */
	address	r0, level1
	mov	r1, #0
	mcrr	p15, 0, r0, r1, c2		/* TTBR0 */
	isb
	mcr	p15, 0, r1, c8, c7, 0		/* TLBIALL */
	dsb	nsh
	mcr	p15, 0, r1, c7, c5, 0		/* ICIALLU */
	dsb	nsh
	isb

	mrc	p15, 0, r1, c1, c0, 0		/* SCTLR */
	orr	r1, r1, #(SCTLR_MMU | SCTLR_DATA_CACHE)
	orr	r1, r1, #SCTLR_INSTRUCTION_CACHE
	bic	r1, r1, #SCTLR_ALIGNMENT_CHECK
	mcr	p15, 0, r1, c1, c0, 0
	isb
	bx	lr
	.ltorg

	.section .data.tables, "aw", %progbits
	.balign	32
level1:
	.set	gigabyte, 0
	.rept	4
	.quad	(gigabyte << 30) | ACCESSED | INNER_SHAREABLE | BLOCK
	.set	gigabyte, gigabyte + 1
	.endr

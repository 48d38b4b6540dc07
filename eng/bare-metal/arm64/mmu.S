/*
 * An identity map of the whole 40-bit guest physical space: Normal memory, inner and outer write-back, inner shareable.
 *
 * Xen asks this of every page that it shares with a guest: of grant frames, wherever the guest lets them be mapped, as much as
 * of hypercall arguments. Holes and devices are mapped so too: a hole aborts all the same, and over a device Xen's own
 * (stage 2) mapping says Device, which wins.
 */
#include "bare-metal.h"

#define MAIR_NORMAL_WB		0xff
#define BLOCK			0x1
#define TABLE			0x3
#define INNER_SHAREABLE		(3 << 8)
#define ACCESSED		(1 << 10)

/* TCR_EL1: 40 bits through TTBR0 in 4 KiB granules, walks cached and shared as the memory is, nothing through TTBR1. */
#define TCR_T0SZ		(64 - 40)
#define TCR_WALKS		((1 << 8) | (1 << 10) | (3 << 12))
#define TCR_NO_TTBR1		(1 << 23)
#define TCR_IPS_40_BITS		(2 << 32)

#define SCTLR_MMU		(1 << 0)
#define SCTLR_ALIGNMENT_CHECK	(1 << 1)
#define SCTLR_DATA_CACHE	(1 << 2)
#define SCTLR_INSTRUCTION_CACHE	(1 << 12)

	.text
	.global	bare_enable_mmu
bare_enable_mmu:
	adrp	x0, level0
	adrp	x1, level1
	add	x2, x1, #0x1000
	orr	x1, x1, #TABLE
	orr	x2, x2, #TABLE
	stp	x1, x2, [x0]
	dmb	sy
	dc	ivac, x0			/* written past the cache: drop what the cache may hold of it */
	dsb	sy

	mov	x1, #MAIR_NORMAL_WB
	msr	mair_el1, x1
	ldr	x1, =(TCR_T0SZ | TCR_WALKS | TCR_NO_TTBR1 | TCR_IPS_40_BITS)
	msr	tcr_el1, x1
	msr	ttbr0_el1, x0
	isb
	tlbi	vmalle1
	dsb	nsh
	ic	iallu
	dsb	nsh
	isb

	mrs	x1, sctlr_el1
	mov	x2, #(SCTLR_MMU | SCTLR_DATA_CACHE)
	orr	x2, x2, #SCTLR_INSTRUCTION_CACHE
	orr	x1, x1, x2
	bic	x1, x1, #SCTLR_ALIGNMENT_CHECK
	msr	sctlr_el1, x1
	isb
	ret
	.ltorg

/* Two tables of 512 entries, each entry a block of 1 GiB. Only the level above depends on where the image lies. */
	.section .data.tables, "aw", %progbits
	.balign	0x1000
level1:
	.set	gigabyte, 0
	.rept	1024
	.quad	(gigabyte << 30) | ACCESSED | INNER_SHAREABLE | BLOCK
	.set	gigabyte, gigabyte + 1
	.endr
level0:
	.zero	0x1000

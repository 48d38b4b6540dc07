# Sourced by the scripts that take Xen out of Debian's packages, with an apt configuration that leaves the system's alone.
# A script has beside this: fail, which says what is wrong and ends; here, its folder; kind, deb or deb-src.

releases=$here/releases
cache=${HYPERCALLSDK_CACHE:-$here/../../.cache}/xen

explain_environment() {
	cat <<-END
	The packages come from the Debian mirror that this system's apt uses, and are verified by apt against Debian's archive key.
	  HYPERCALLSDK_DEBIAN_MIRROR   another mirror: an URL that ends in /debian
	  HYPERCALLSDK_DEBIAN_KEYRING  another keyring (default: /usr/share/keyrings/debian-archive-keyring.gpg)
	  HYPERCALLSDK_CACHE           where it is kept (default: .cache in the repository)
	END
}

# Sets release, arch, suite and the row's other columns.
choose_release() {
	read -r release arch suite hypervisor headers file < <(
		grep -v '^#' "$releases" | awk -v release="$1" -v arch="$2" '$1 == release && $2 == arch') ||
		fail "Xen $1 for $2 is not known; known are: $(grep -v '^#' "$releases" | awk '{ printf "%s%s %s", sep, $1, $2; sep = ", " }')" 2
}

# Goes on alone. What is made in work and moved to place is complete or is not there.
begin() {
	exec 9>"$cache/lock"
	flock 9
	rm -rf "$cache"/fetching.*	# of a run that was killed; the lock says that none is going on
	work=$(mktemp -d "$cache/fetching.XXXXXX")
	trap 'rm -rf "$work"' EXIT
}

need() {
	local tool
	for tool in "$@"; do
		command -v "$tool" >/dev/null || fail "$tool is not installed: run eng/install; Xen is taken from Debian's packages, on Debian or Ubuntu"
	done
}

# Whether a file is a Xen that boots: for arm64 an Image, for x86 an ELF file for i386 that multiboot loads.
is_hypervisor() {
	local start
	start=$(od -An -v -tx1 -N 60 "$1" | tr -d ' \n')
	case $arch:$start in
	arm64:????????????????????????????????????????????????????????????????????????????????????????????????????????????????41524d64) ;;
	amd64:7f454c4601??????????????????????????0300*) ;;
	*) return 1 ;;
	esac
}

# The sources that hold the suite, as apt's configuration lines. apt itself reads the system's sources, of either format; a
# source that is not Debian's may be among them, and fails Debian's key.
sources() {
	local configured matching mirror keyring=${HYPERCALLSDK_DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
	[[ -f $keyring ]] ||
		fail "Debian's archive key is not at $keyring: install debian-archive-keyring, or set HYPERCALLSDK_DEBIAN_KEYRING"
	configured=$(apt-get --print-uris -o "Dir::State::lists=$work/none" update 2>/dev/null |
		sed -n "s|^'\(.*\)/dists/\([^/]*\)/InRelease' .*|\1 \2|p" | sort -u || true)
	if [[ -n ${HYPERCALLSDK_DEBIAN_MIRROR:-} ]]; then
		matching="${HYPERCALLSDK_DEBIAN_MIRROR%/} $suite"
	else
		matching=$(awk -v suite="$suite" '$2 == suite || $2 == suite "-updates" || $2 == suite "-security"' <<<"$configured")
	fi
	if [[ -z $matching ]]; then
		mirror=$(awk '$1 ~ /\/debian$/ { print $1; exit }' <<<"$configured")
		[[ -n $mirror ]] || fail "this system's apt has no Debian mirror: set HYPERCALLSDK_DEBIAN_MIRROR to one (an URL that ends in /debian)"
		matching="$mirror $suite"
	fi
	awk -v kind="$kind" -v keyring="$keyring" '{ printf kind " [signed-by=%s] %s %s main\n", keyring, $1, $2 }' <<<"$matching"
}

# A configuration of apt's that shares with the system's only how to reach the network.
configure_apt() {
	mkdir -p "$work"/{none,lists,archives}/partial "$work/packages"
	: >"$work/status"
	sources >"$work/sources.list"
	{
		apt-config dump | grep -E '^Acquire::(http|https|ftp|cdrom|Retries|Check-)' || true
		cat <<-END
		Dir::Etc::main "/dev/null";
		Dir::Etc::parts "/dev/null";
		Dir::Etc::sourcelist "$work/sources.list";
		Dir::Etc::sourceparts "/dev/null";
		Dir::State::lists "$work/lists";
		Dir::State::status "$work/status";
		Dir::Cache "$work";
		Dir::Cache::archives "$work/archives";
		APT::Architecture "$arch";
		APT::Architectures { "$arch"; };
		APT::Sandbox::User "$(id -un)";
		Acquire::Languages "none";
		END
	} >"$work/apt.conf"
	export APT_CONFIG=$work/apt.conf
}

# Takes things out of Debian's packages, with an apt configuration that leaves the system's alone. A script that sources it has fail,
# which says what is wrong and ends, and sets suite and arch before it configures apt.

kind=deb	# or deb-src
cache=${HYPERCALLSDK_CACHE:-$(dirname "${BASH_SOURCE[0]}")/../.cache}

explain_environment() {
	cat <<-END
	The packages come from the Debian mirror that this system's apt uses, and are verified by apt against Debian's archive key.
	  HYPERCALLSDK_DEBIAN_MIRROR   another mirror: an URL that ends in /debian
	  HYPERCALLSDK_DEBIAN_KEYRING  another keyring (default: /usr/share/keyrings/debian-archive-keyring.gpg)
	  HYPERCALLSDK_CACHE           where it is kept (default: .cache in the repository)
	END
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
		command -v "$tool" >/dev/null || fail "$tool is not installed: run eng/install; packages are taken from Debian, on Debian or Ubuntu"
	done
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
}

# Gets the sources' lists of packages. One that fails is no harm as long as another has the packages; apt never uses one that it
# could not verify.
update() {
	export APT_CONFIG=$work/apt.conf
	apt-get -q update >"$work/log" 2>&1 || true
}

# Puts packages into $work/packages.
download() {
	[[ ${APT_CONFIG:-} == "$work/apt.conf" ]] || update
	if ! (cd "$work/packages" && apt-get -q download "$@") >>"$work/log" 2>&1; then
		cat "$work/log" >&2
		fail "$* could not be had from suite $suite for $arch; apt's own words are above.
Is the network there? HYPERCALLSDK_DEBIAN_MIRROR names another mirror."
	fi
}

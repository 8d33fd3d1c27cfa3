package io.berth.inventory.subnets;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses IP addresses and CIDR blocks strictly: dotted decimal or RFC 4291; no ranges, wildcards,
 * zones or leading zeros. Formats them in canonical form (RFC 5952).
 */
public final class IpAddresses {
  /** Checked first, because the library ignores spaces, NUL and zeros before a prefix length. */
  private static final Pattern FORMAT =
      Pattern.compile("[0-9A-Fa-f.:]{2,45}(/(0|[1-9][0-9]{0,2}))?");

  private static final IPAddressStringParameters ADDRESS = strict().allowPrefix(false).toParams();
  private static final IPAddressStringParameters BLOCK = strict().allowPrefix(true).toParams();

  private IpAddresses() {}

  private static IPAddressStringParameters.Builder strict() {
    return new IPAddressStringParameters.Builder()
        .allowEmpty(false)
        .allowAll(false)
        .allowSingleSegment(false)
        .allowMask(false)
        .allowPrefixOnly(false)
        .allowWildcardedSeparator(false)
        .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
        .getIPv4AddressParametersBuilder()
        .allow_inet_aton(false)
        .allowLeadingZeros(false)
        .allowPrefixesBeyondAddressSize(false)
        .getParentBuilder()
        .getIPv6AddressParametersBuilder()
        .allowZone(false)
        .allowBase85(false)
        .allowUnlimitedLeadingZeros(false)
        .getEmbeddedIPv4AddressParametersBuilder()
        .allow_inet_aton(false)
        .allowLeadingZeros(false)
        .getEmbeddedIPv4AddressParentBuilder()
        .getParentBuilder();
  }

  /** The canonical form of the address; empty if the text is not an address. */
  public static Optional<String> findAddress(String text) {
    return parse(text, ADDRESS).map(IPAddress::toCanonicalString);
  }

  /** The canonical form of a block with zero host bits; empty if the text is not such a block. */
  public static Optional<String> findBlock(String text) {
    return parse(text, BLOCK)
        .filter(block -> block.isPrefixed() && block.isPrefixBlock())
        .map(IPAddress::toCanonicalString);
  }

  /** Whether the address is in the block; both must be in canonical form. */
  public static boolean contains(String block, String address) {
    IPAddress parsedBlock = parse(block, BLOCK).orElseThrow().toPrefixBlock();
    IPAddress parsedAddress = parse(address, ADDRESS).orElseThrow();
    return parsedBlock.contains(parsedAddress);
  }

  private static Optional<IPAddress> parse(String text, IPAddressStringParameters parameters) {
    if (!FORMAT.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new IPAddressString(text, parameters).toAddress());
    } catch (AddressStringException malformed) {
      return Optional.empty();
    }
  }
}

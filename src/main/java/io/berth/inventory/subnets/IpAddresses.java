package io.berth.inventory.subnets;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses and blocks of them, read strictly: four decimal parts or RFC 4291, no ranges, no
 * wildcards, no zones, no leading zeros; written canonically (RFC 5952).
 */
public final class IpAddresses {
  /** The library would pass over spaces, NUL and zeros before a prefix length. */
  private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f.:]{2,45}(/(0|[1-9][0-9]{0,2}))?");

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

  /** The canonical text of one address; empty if it is none. */
  public static Optional<String> findAddress(String text) {
    return read(text, ADDRESS).map(IPAddress::toCanonicalString);
  }

  /** The canonical text of a block with zero host bits; empty if it is none. */
  public static Optional<String> findBlock(String text) {
    return read(text, BLOCK)
        .filter(block -> block.isPrefixed() && block.isPrefixBlock())
        .map(IPAddress::toCanonicalString);
  }

  /** Whether the address stands in the block; both are canonical. */
  public static boolean contains(String block, String address) {
    IPAddress blocks = read(block, BLOCK).orElseThrow().toPrefixBlock();
    IPAddress one = read(address, ADDRESS).orElseThrow();
    return blocks.contains(one);
  }

  private static Optional<IPAddress> read(String text, IPAddressStringParameters form) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new IPAddressString(text, form).toAddress());
    } catch (AddressStringException malformed) {
      return Optional.empty();
    }
  }
}

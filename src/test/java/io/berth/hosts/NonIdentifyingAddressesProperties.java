package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.inventory.subnets.IpAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Addresses that do not identify a host, compared with the JDK's address categories. */
class NonIdentifyingAddressesProperties {
  @Property
  void agrees_with_the_jdk_for_ipv4_except_bridge_and_broadcast(@ForAll @Size(4) byte[] bytes)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    boolean bridgeOrBroadcast =
        address.getHostAddress().matches("172\\.17\\.0\\.1|255\\.255\\.255\\.255");
    assertThat(NonIdentifyingAddresses.hasIp(address.getHostAddress()))
        .isEqualTo(isSpecialPurpose(address) || bridgeOrBroadcast);
  }

  @Property
  void agrees_with_the_jdk_for_ipv6(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    String canonical = IpAddresses.findAddress(address.getHostAddress()).orElseThrow();
    assertThat(NonIdentifyingAddresses.hasIp(canonical)).isEqualTo(isSpecialPurpose(address));
  }

  private static boolean isSpecialPurpose(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }
}

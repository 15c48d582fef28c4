using OrderOps.Journal;
using Xunit;

namespace OrderOps.Tests.Journal;

public class NetworkFolderTests
{
    private static readonly string[] Mounts =
    [
        "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw",
        "40 22 0:35 / /mnt/share rw,relatime shared:5 - nfs4 server:/x rw",
        "41 40 0:36 / /mnt/share/local rw shared:5 - xfs /dev/vdb rw",
        "42 22 0:37 / /mnt/my\\040disk rw - cifs //server/x rw",
        "43 22 0:38 / /mnt/a\\134\\040b\\011 rw - nfs server:/y rw",
        "44 22 0:39 / /mnt/not\\08 rw - smb3 //server/z rw",
    ];

    [Theory]
    [InlineData("/home/x", "ext4")]
    [InlineData("/mnt/share", "nfs4")]
    [InlineData("/mnt/share/orders", "nfs4")]
    [InlineData("/mnt/shares", "ext4")]
    [InlineData("/mnt/share/local/orders", "xfs")]
    [InlineData("/mnt/my disk/orders", "cifs")]
    [InlineData("/mnt/a\\ b\t", "nfs")]
    [InlineData("/mnt/a\\ b\t/orders", "nfs")]
    [InlineData("/mnt/not\\08/orders", "smb3")]
    public void A_folder_belongs_to_the_innermost_mount(string folder, string type) =>
        Assert.Equal(type, NetworkFolder.TypeIn(Mounts, folder));

    [Theory]
    [InlineData("nfs4", true)]
    [InlineData("cifs", true)]
    [InlineData("fuse.sshfs", true)]
    [InlineData("ext4", false)]
    [InlineData("tmpfs", false)]
    [InlineData("overlay", false)]
    [InlineData("apfs", false)]
    public void What_reaches_another_machine_is_a_network(string type, bool network) => Assert.Equal(network, NetworkFolder.IsNetwork(type));
}

using System.Linq;
using System.Net;
using System.Security;

namespace ClovaOcr;

/// <summary>The form of the service's secrets.</summary>
internal static class ServiceSecret
{
    /// <summary>Refuses a secret that could not be sent, before anything is built upon it.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="name">What it is called in the message.</param>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.InvalidSecret"/></exception>
    public static void EnsureSendable(SecureString secret, string name) => EnsureSendable(new NetworkCredential("", secret).Password, name);

    /// <inheritdoc cref="EnsureSendable(SecureString, string)"/>
    public static void EnsureSendable(string secret, string name)
    {
        if (secret.Length > 0 && secret.All(character => character is > ' ' and <= '~')) return;
        throw new ClovaOcrException(
            ClovaOcrErrorKind.InvalidSecret,
            $"The {name} is empty or has characters, perhaps a space or line end, that no {name} of the service has. "
            + "Copy it again from the console.");
    }
}

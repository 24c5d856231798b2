using System.Management.Automation;
using System.Net;
using System.Security;

namespace ClovaOcr.PowerShell.Connection;

/// <summary>Lets a secret be given as SecureString, as plain text, or as the password of a credential.</summary>
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string text => SecureStringOf(text.Trim()),
            PSCredential credential => credential.Password,
            var other => other,
        };

    private static SecureString SecureStringOf(string text) => new NetworkCredential("", text).SecurePassword;
}
